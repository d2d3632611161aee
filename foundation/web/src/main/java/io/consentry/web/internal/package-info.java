/** How the suite's services prove to each other who they are. */
@NullMarked
package io.consentry.web.internal;

import org.jspecify.annotations.NullMarked;
