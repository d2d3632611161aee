/** Calls that cost the caller next to nothing, so that the service is measured and not the client. */
@NullMarked
package io.consentry.bench.callservice;

import org.jspecify.annotations.NullMarked;
