/** Who reads the log is recorded, and nothing that the caller wrote. */
@NullMarked
package io.consentry.consent.recordaccess;

import org.jspecify.annotations.NullMarked;
