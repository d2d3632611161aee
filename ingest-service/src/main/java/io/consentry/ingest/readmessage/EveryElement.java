package io.consentry.ingest.readmessage;

import io.consentry.ingest.readmessage.Children.Child;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.dstu3.model.Base;
import org.hl7.fhir.dstu3.model.Coding;
import org.hl7.fhir.dstu3.model.DomainResource;
import org.hl7.fhir.dstu3.model.Element;
import org.hl7.fhir.dstu3.model.Extension;
import org.hl7.fhir.dstu3.model.Meta;
import org.hl7.fhir.dstu3.model.Narrative;
import org.hl7.fhir.dstu3.model.PrimitiveType;
import org.hl7.fhir.dstu3.model.Reference;
import org.hl7.fhir.dstu3.model.Resource;

/**
 * One walk through everything that a resource holds, however deep: finds its codes and references wherever the sender
 * put them, and what no reading shows.
 */
final class EveryElement {

    private final List<Found<Coding>> codings = new ArrayList<>();
    private final List<Found<Reference>> references = new ArrayList<>();
    private final List<String> notShown = new ArrayList<>();
    private final List<String> modifiers = new ArrayList<>();

    void walk(Placed<? extends Resource> placed) {
        boolean shown = Shown.knows(placed.resource());
        if (!shown) {
            notShown.add(placed.path());
        }
        inside(placed, placed.resource(), Trail.from(placed.path()), shown);
    }

    /** Looks into an element; below one that is not shown nothing else is listed, for the path says it all. */
    private void inside(Placed<?> in, Base element, Trail trail, boolean shown) {
        if (element instanceof Coding coding) {
            codings.add(new Found<>(in, trail, coding));
        } else if (element instanceof Reference reference) {
            references.add(new Found<>(in, trail, reference));
        } else if (element instanceof Resource resource && resource.hasMeta()) {
            labels(resource.getMeta(), trail.to("meta"), shown);
        }
        extensions(in, element, trail, shown);
        if (element instanceof Element part) {
            leaveOnlyWhatSaysSomething(part);
        }
        if (element.isPrimitive() || element instanceof Narrative) {
            return;
        }
        for (Child child : Children.of(element)) {
            Base[] values = child.in(element);
            if (values.length > 0 && !"extension".equals(child.name())) {
                values(in, element, child, values, trail, shown);
            }
        }
    }

    /**
     * By the parser's account an element is there that has an id and nothing else, and so is a plain one that has an extension
     * in the place of its value: every reading would take it for filled, and find nothing. Its extensions are listed by now.
     */
    private static void leaveOnlyWhatSaysSomething(Element element) {
        element.setId((String) null);
        if (element instanceof PrimitiveType<?> plain && plain.getValue() == null) {
            plain.getExtension().clear();
        }
    }

    private void values(Placed<?> in, Base parent, Child child, Base[] values, Trail within, boolean parentShown) {
        for (int i = 0; i < values.length; i++) {
            Base value = values[i];
            Trail trail = child.single() ? within.to(child.name()) : within.to(child.name(), i);
            if (child.modifies()) {
                modifiers.add(trail.path());
            }
            if (value.isEmpty() || isPlacedOnItsOwn(in, value, child)) {
                continue;
            }
            boolean shown = parentShown
                    && child.shown()
                    && Shown.value(parent, value)
                    && !Shown.isWordsBesideSubject(within, child);
            if (parentShown && !shown) {
                notShown.add(trail.path());
            }
            inside(in, value, trail, shown);
        }
    }

    /** The resources of a Bundle are walked one by one. */
    private static boolean isPlacedOnItsOwn(Placed<?> in, Base value, Child child) {
        return value instanceof Resource
                && child.name().equals("resource")
                && in.resource().fhirType().equals("Bundle");
    }

    private void extensions(Placed<?> in, Base element, Trail within, boolean parentShown) {
        List<Extension> extensions = element instanceof DomainResource resource
                ? resource.getExtension()
                : element instanceof Element part && part.hasExtension() ? part.getExtension() : List.of();
        for (int i = 0; i < extensions.size(); i++) {
            Extension extension = extensions.get(i);
            Trail trail = within.to("extension", i);
            boolean shown = parentShown && Shown.extension(extension);
            if (parentShown && !shown) {
                notShown.add(trail.path());
            }
            inside(in, extension, trail, shown);
        }
    }

    private void labels(Meta meta, Trail trail, boolean parentShown) {
        if (parentShown
                && (meta.hasExtension()
                        || !(meta.getTag().stream().allMatch(Shown::label)
                                && meta.getSecurity().stream().allMatch(Shown::label)))) {
            notShown.add(trail.path());
        }
    }

    /** Every coding, in the order of the message. */
    List<Found<Coding>> codings() {
        return codings;
    }

    /** Every reference, in the order of the message. */
    List<Found<Reference>> references() {
        return references;
    }

    /** Paths of what could turn what is said into its opposite. */
    List<String> modifiers() {
        return modifiers;
    }

    /** Paths of what is filled and not shown, the outermost of each. */
    List<String> notShown() {
        return notShown;
    }
}
