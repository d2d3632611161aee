package io.consentry.eventstore;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.axonframework.serialization.xml.XStreamSerializer;

/**
 * Cuts the framework's XML serialiser out of a native image. Nothing here uses it, but it stays reachable, and the
 * optional classes that it refers to would break the build.
 */
@TargetClass(className = "org.axonframework.serialization.xml.XStreamSerializer$Builder")
final class NoXStreamInNative {

    @Substitute
    @SuppressWarnings("unused") // takes the place of the builder's own
    public XStreamSerializer build() {
        throw new UnsupportedOperationException("Events are JSON here");
    }
}
