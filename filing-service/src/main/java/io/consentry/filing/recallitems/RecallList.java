package io.consentry.filing.recallitems;

import java.util.List;

/** The newest recalls, at most 100. */
record RecallList(List<RecallPage> recalls) {}
