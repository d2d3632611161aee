@NullMarked
package io.consentry.gather;

import org.jspecify.annotations.NullMarked;
