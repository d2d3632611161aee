/** How bodies are read: strictly, so that nobody can mean one thing and be taken to mean another. */
@NullMarked
package io.consentry.web.body;

import org.jspecify.annotations.NullMarked;
