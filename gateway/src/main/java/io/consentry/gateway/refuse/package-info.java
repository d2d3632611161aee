/** Gives every refusal of the front door the one shape, also where no REST resource is involved. */
@NullMarked
package io.consentry.gateway.refuse;

import org.jspecify.annotations.NullMarked;
