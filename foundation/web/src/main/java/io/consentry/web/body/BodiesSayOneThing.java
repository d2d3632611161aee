package io.consentry.web.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * Rule: a body names each member once and ends where it ends, and what is empty is not taken for what is absent.
 *
 * <p>The library would take the last of two decisions, look at nothing behind the first body, and read a time that was left
 * empty as none at all: a decision for later would take effect at once.
 */
@Singleton
class BodiesSayOneThing implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        for (LogicalType type : List.of(LogicalType.Boolean, LogicalType.Integer)) {
            json.coercionConfigFor(type).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        }
        json.registerModule(new SimpleModule("times").addDeserializer(Instant.class, new TimesAreIsoTexts()));
    }

    /** After the library's own modules, which read times in more ways than are described. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }
}
