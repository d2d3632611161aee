/** Sends messages as a pharmacy. */
@NullMarked
package io.consentry.local.sendmessage;

import org.jspecify.annotations.NullMarked;
