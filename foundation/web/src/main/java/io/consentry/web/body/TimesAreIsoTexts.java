package io.consentry.web.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Rule: a time is an ISO-8601 text with its zone, never a number, of which nobody knows whether it counts seconds. */
final class TimesAreIsoTexts extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    TimesAreIsoTexts() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, json);
        }
        try {
            return Instant.parse(json.getText());
        } catch (DateTimeParseException e) {
            return (Instant) context.handleWeirdStringValue(Instant.class, json.getText(), "no ISO-8601 instant");
        }
    }
}
