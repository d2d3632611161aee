package io.consentry.filing.exportfiled;

import java.time.Instant;

/**
 * A filing that stands.
 *
 * @param practice ODS code
 * @param withChanges whether some entries were left out
 */
public record FinalFiling(String practice, String itemId, Instant filedAt, boolean withChanges) {}
