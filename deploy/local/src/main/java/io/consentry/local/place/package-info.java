/** Where things are on this machine: the project, the data, the ports. */
@NullMarked
package io.consentry.local.place;

import org.jspecify.annotations.NullMarked;
