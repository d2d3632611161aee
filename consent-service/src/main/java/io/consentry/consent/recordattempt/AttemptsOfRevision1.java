package io.consentry.consent.recordattempt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

/** Brings attempts up that were kept before anything but a switch could be tried at: revision 1 did not say what was. */
final class AttemptsOfRevision1 extends SingleEventUpcaster {

    private static final SimpleSerializedType OLD = new SimpleSerializedType("OverrideAttempted", "1");
    private static final SimpleSerializedType NEW = new SimpleSerializedType("OverrideAttempted", "2");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(OLD);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(NEW, JsonNode.class, attempt -> ((ObjectNode) attempt).put("act", "move-switch"));
    }
}
