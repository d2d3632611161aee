package io.consentry.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.consentry.eventstore.EventNames.NameAndRevision;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * Writes events as JSON under their given names.
 *
 * <p>The framework would write class names, and would read an unknown one as "nothing to see here". Both are errors
 * here: an event that is skipped in silence is a decision that is lost.
 */
final class NamedEventSerializer extends JacksonSerializer {

    private final EventNames names;

    NamedEventSerializer(EventNames names) {
        super(JacksonSerializer.builder().objectMapper(mapper()));
        this.names = names;
    }

    /** JSON as events and tokens are stored: ISO times, no nulls, and tolerant of members added by a newer release. */
    static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // Aggregates kept as snapshots have no accessors.
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .build();
    }

    @Override
    public SerializedType typeForClass(@SuppressWarnings("rawtypes") Class type) {
        if (type == null || type == Void.class || type == void.class || MetaData.class.isAssignableFrom(type)) {
            return super.typeForClass(type);
        }
        NameAndRevision label = names.of(type)
                .orElseThrow(() -> new SerializationException(
                        type.getName() + " has no stored name: add it to the" + " service's event names"));
        return new SimpleSerializedType(label.name(), label.revision());
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type) || MetaData.class.getName().equals(type.getName())) {
            return super.classForType(type);
        }
        return names.typeNamed(type.getName())
                .orElseThrow(() -> new SerializationException(
                        "The store holds an event named " + type.getName() + ", which this release does not know"));
    }
}
