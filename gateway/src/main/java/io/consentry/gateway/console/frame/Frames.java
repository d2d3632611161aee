package io.consentry.gateway.console.frame;

import io.consentry.gateway.console.signin.CurrentSession;
import io.consentry.gateway.console.signin.FormKey;
import io.consentry.gateway.console.signin.Session;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;

/** Makes the frame of the page at hand. */
@RequestScoped
public class Frames {

    private final CurrentSession current;
    private final FormKey formKey;
    private final Assets assets;
    private final RoutingContext context;

    Frames(CurrentSession current, FormKey formKey, Assets assets, RoutingContext context) {
        this.current = current;
        this.formKey = formKey;
        this.assets = assets;
        this.context = context;
    }

    /** Of a page for whoever is signed in, or for nobody in particular. */
    public Frame frame() {
        return current.find().map(this::of).orElseGet(this::bare);
    }

    /** Of a page before the sign-in. */
    public Frame bare() {
        return new Frame(null, "", List.of(), assets.stylesheet(), assets.script(), assets.icon());
    }

    private Frame of(Session session) {
        return new Frame(
                session,
                formKey.of(session),
                Menu.of(session, context.request().path()),
                assets.stylesheet(),
                assets.script(),
                assets.icon());
    }
}
