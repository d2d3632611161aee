package io.consentry.gateway.console.frame;

import io.consentry.gateway.console.signin.Session;
import io.consentry.web.caller.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where somebody can go, by role: what they could not open is not offered. */
final class Menu {

    private static final Place LETTERS = new Place("/console/correspondence", "Letters");
    private static final Place RECALLS = new Place("/console/recalls", "Recalls");
    private static final Place WORKLOAD = new Place("/console/workload", "Workload");

    private Menu() {}

    static List<Frame.MenuItem> of(Session session, String here) {
        List<Frame.MenuItem> menu = new ArrayList<>();
        places(session)
                .forEach(place -> menu.add(new Frame.MenuItem(
                        place.address(),
                        place.text(),
                        here.equals(place.address()) || here.startsWith(place.address() + "/"))));
        return menu;
    }

    /** The first page of this person; none where there are no pages for what they do. */
    static Optional<String> home(Session session) {
        return places(session).stream().findFirst().map(Place::address);
    }

    private static List<Place> places(Session session) {
        List<Place> places = new ArrayList<>();
        if (session.has(Role.PRACTICE) || session.has(Role.DATA_CONTROLLER)) {
            places.add(new Place("/console/worklist", "Worklist"));
            places.add(new Place("/console/switch", "What we take"));
            places.add(LETTERS);
            places.add(RECALLS);
            places.add(WORKLOAD);
            places.add(new Place("/console/settings", "Settings"));
        }
        if (session.has(Role.PHARMACY)) {
            places.add(new Place("/console/messages", "Messages"));
            places.add(new Place("/console/duties", "Deliver another way"));
            places.add(new Place("/console/corrections", "Put right"));
            places.add(new Place("/console/send", "May I send?"));
            places.add(LETTERS);
        }
        if (session.has(Role.AUDITOR)) {
            places.add(new Place("/console/replay", "Replay"));
            places.add(new Place("/console/story", "One practice"));
            places.add(LETTERS);
            places.add(new Place("/console/verify", "Verify"));
            places.add(new Place("/console/accesses", "Readers"));
        }
        if (session.has(Role.OPERATOR)) {
            places.add(new Place("/console/suite", "The suite"));
            places.add(WORKLOAD);
            places.add(RECALLS);
        }
        if (session.has(Role.OPERATOR) || session.has(Role.PROGRAMME)) {
            places.add(LETTERS);
            places.add(new Place("/console/catalogue", "Services and rules"));
        }
        return places;
    }

    private record Place(String address, String text) {}
}
