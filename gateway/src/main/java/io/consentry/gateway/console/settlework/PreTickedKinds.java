package io.consentry.gateway.console.settlework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/** Which kinds of entry are filed where the reviewer does not say: one service changed, all else as it was. */
final class PreTickedKinds {

    private PreTickedKinds() {}

    /** The settings to ask for. A service of which everything is filed is not named: later kinds are filed, too. */
    static ObjectNode of(String service, List<String> ticked, JsonNode settings) {
        ObjectNode changed = settings.deepCopy();
        ObjectNode byService = changed.withObject("/preTicked");
        if (Arrays.stream(EntryKind.values()).allMatch(kind -> ticked.contains(kind.key()))) {
            byService.remove(service);
        } else {
            ArrayNode kinds = byService.putArray(service);
            ticked.forEach(kinds::add);
        }
        return changed;
    }
}
