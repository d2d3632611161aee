/** Lets a verified caller make the calls that the matrix grants, and nobody any other. */
@NullMarked
package io.consentry.gateway.admitcaller;

import org.jspecify.annotations.NullMarked;
