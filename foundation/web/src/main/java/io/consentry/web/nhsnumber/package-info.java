/** NHS numbers, and how to know one when it stands where none may. */
@NullMarked
package io.consentry.web.nhsnumber;

import org.jspecify.annotations.NullMarked;
