/** Finding items by a patient's NHS number or surname, over keyed hashes: no index holds what it finds. */
@NullMarked
package io.consentry.filing.searchitems;

import org.jspecify.annotations.NullMarked;
