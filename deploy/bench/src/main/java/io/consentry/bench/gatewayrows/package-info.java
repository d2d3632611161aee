/** What the front door costs, beside a proxy that only passes on. */
@NullMarked
package io.consentry.bench.gatewayrows;

import org.jspecify.annotations.NullMarked;
