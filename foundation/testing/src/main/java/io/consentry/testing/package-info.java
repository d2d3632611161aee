/** What the services' tests stand on: a real PostgreSQL and real tokens. */
@NullMarked
package io.consentry.testing;

import org.jspecify.annotations.NullMarked;
