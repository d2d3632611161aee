/** How the one document of the public API is made from those of the services, and kept true. */
@NullMarked
package io.consentry.gateway.describeapi;

import org.jspecify.annotations.NullMarked;
