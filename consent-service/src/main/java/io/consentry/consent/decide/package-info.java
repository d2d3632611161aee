/** What a practice may decide, by whom and when: its switches, its schedules, its mandates, and every rule about them. */
@NullMarked
package io.consentry.consent.decide;

import org.jspecify.annotations.NullMarked;
