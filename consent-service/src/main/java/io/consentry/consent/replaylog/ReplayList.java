package io.consentry.consent.replaylog;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was replayed lately, the newest first. */
@Schema(name = "Replays")
record ReplayList(List<ReplayRun> replays) {}
