package io.consentry.ingest.readmessage;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.evt.DefaultEventAllocator;
import com.ctc.wstx.evt.WstxEventReader;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.XMLEvent;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * A message in XML, piece by piece: well formed and within the limits, and each piece looked at by the guard before it is
 * given away. Blanks between elements, which say nothing, are not: they were as many pieces as the elements.
 */
final class GuardedEvents extends WstxEventReader {

    private static final WstxInputFactory STRICT = strict();

    private final XmlGuard guard = new XmlGuard();
    private @Nullable UnreadableMessageException refusal;
    private boolean ended;

    private GuardedEvents(XMLStreamReader2 reader) {
        super(DefaultEventAllocator.getFastInstance(), reader);
    }

    /** Of this text, at its beginning. */
    static GuardedEvents of(String xml) throws UnreadableMessageException {
        try {
            return new GuardedEvents((XMLStreamReader2) STRICT.createXMLStreamReader(new StringReader(xml)));
        } catch (XMLStreamException e) {
            throw notXml(e);
        }
    }

    private static WstxInputFactory strict() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // Else text is looked at when it is asked for, and what is wrong with it is thrown as something else.
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, Limits.DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) Limits.NODES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, Limits.ATTRIBUTES);
        // An attached report is one attribute; the size of the whole was limited before.
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, Integer.MAX_VALUE);
        return factory;
    }

    @Override
    public XMLEvent nextEvent() throws XMLStreamException {
        try {
            return super.nextEvent();
        } catch (XMLStreamException e) {
            refuse(notXml(e));
            throw e;
        }
    }

    @Override
    protected XMLEvent createStartDocumentEvent() throws XMLStreamException {
        look();
        return super.createStartDocumentEvent();
    }

    @Override
    protected XMLEvent createNextEvent(boolean mayEnd, int type) throws XMLStreamException {
        look();
        int given = type;
        while (given == XMLStreamConstants.CHARACTERS && !guard.isInNarrative()) {
            given = mReader.next();
            look();
        }
        ended |= given == XMLStreamConstants.END_DOCUMENT;
        return super.createNextEvent(mayEnd, given);
    }

    private void look() throws XMLStreamException {
        try {
            guard.look(mReader);
        } catch (UnreadableMessageException e) {
            refuse(e);
            throw new XMLStreamException("The guard refuses it");
        }
    }

    /** The first refusal is the one that counts: what follows is its doing. */
    private void refuse(UnreadableMessageException why) {
        refusal = refusal == null ? why : refusal;
    }

    private static UnreadableMessageException notXml(XMLStreamException e) {
        return new UnreadableMessageException(
                "The message is not well-formed XML, or nests too deeply or holds too much"
                        + XmlGuard.at(e.getLocation()) + ".");
    }

    /** What the guard said, if it was the guard that ended it; it knows better than the parser what is wrong. */
    UnreadableMessageException refusalOr(UnreadableMessageException ofParser) {
        return refusal == null ? ofParser : refusal;
    }

    /**
     * What was parsed, the guard has seen to its end.
     *
     * @throws UnreadableMessageException when it refused, and the parser went on
     * @throws IllegalStateException when the parser did not ask for all of it, which must never happen
     */
    void requireAllSeen() throws UnreadableMessageException {
        if (refusal != null) {
            throw refusal;
        }
        if (!ended) {
            throw new IllegalStateException("The parser ended before the message did");
        }
    }
}
