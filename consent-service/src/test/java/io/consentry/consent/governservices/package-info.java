/** What may be announced, added and changed, and when. */
@NullMarked
package io.consentry.consent.governservices;

import org.jspecify.annotations.NullMarked;
