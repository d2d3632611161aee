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
        inside(placed, placed.resource(), placed.path(), shown);
    }

    /** Looks into an element; below one that is not shown nothing else is listed, for the path says it all. */
    private void inside(Placed<?> in, Base element, String path, boolean shown) {
        if (element instanceof Coding coding) {
            codings.add(new Found<>(in, path, coding));
        } else if (element instanceof Reference reference) {
            references.add(new Found<>(in, path, reference));
        } else if (element instanceof Resource resource && resource.hasMeta()) {
            labels(resource.getMeta(), path + ".meta", shown);
        }
        extensions(in, element, path, shown);
        if (element.isPrimitive() || element instanceof Narrative) {
            return;
        }
        for (Child child : Children.of(element)) {
            Base[] values = child.in(element);
            if (values.length > 0 && !"extension".equals(child.name())) {
                if (Shown.modifies(child.name())) {
                    modifiers.add(path + "." + child.name());
                }
                values(in, element, child, values, path + "." + child.name(), shown);
            }
        }
    }

    private void values(Placed<?> in, Base parent, Child child, Base[] values, String path, boolean parentShown) {
        boolean placeShown = parentShown && Shown.element(parent.fhirType(), child.name());
        for (int i = 0; i < values.length; i++) {
            Base value = values[i];
            if (value.isEmpty() || isPlacedOnItsOwn(in, value, path)) {
                continue;
            }
            String at = child.single() ? path : path + "[" + i + "]";
            boolean shown = placeShown && Shown.value(parent, value);
            if (parentShown && !shown) {
                notShown.add(at);
            }
            inside(in, value, at, shown);
        }
    }

    /** The resources of a Bundle are walked one by one. */
    private static boolean isPlacedOnItsOwn(Placed<?> in, Base value, String path) {
        return value instanceof Resource
                && path.endsWith(".resource")
                && in.resource().fhirType().equals("Bundle");
    }

    private void extensions(Placed<?> in, Base element, String path, boolean parentShown) {
        List<Extension> extensions = element instanceof DomainResource resource
                ? resource.getExtension()
                : element instanceof Element part && part.hasExtension() ? part.getExtension() : List.of();
        for (int i = 0; i < extensions.size(); i++) {
            Extension extension = extensions.get(i);
            String at = path + ".extension[" + i + "]";
            boolean shown = parentShown && Shown.extension(extension);
            if (parentShown && !shown) {
                notShown.add(at);
            }
            inside(in, extension, at, shown);
        }
    }

    private void labels(Meta meta, String path, boolean parentShown) {
        if (parentShown
                && (meta.hasExtension()
                        || !(meta.getTag().stream().allMatch(Shown::label)
                                && meta.getSecurity().stream().allMatch(Shown::label)))) {
            notShown.add(path);
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
