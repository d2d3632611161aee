/** What a service does again and again by itself, and how that ends with it. */
@NullMarked
package io.consentry.web.background;

import org.jspecify.annotations.NullMarked;
