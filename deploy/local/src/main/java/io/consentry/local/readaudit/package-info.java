/** For auditors: takes the log of consent events away, and replays it without asking the suite what it means. */
@NullMarked
package io.consentry.local.readaudit;

import org.jspecify.annotations.NullMarked;
