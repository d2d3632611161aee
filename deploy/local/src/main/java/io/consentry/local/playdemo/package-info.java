/** Plays the suite's main job for a person to watch, and holds every step to what it should have been. */
@NullMarked
package io.consentry.local.playdemo;

import org.jspecify.annotations.NullMarked;
