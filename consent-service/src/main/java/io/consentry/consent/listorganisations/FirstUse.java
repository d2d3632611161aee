package io.consentry.consent.listorganisations;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether an organisation is listed when it is first named: only in a sandbox, which has nobody to keep a directory. */
@ApplicationScoped
public class FirstUse {

    private final boolean lists;

    FirstUse(@ConfigProperty(name = "consent.organisations.first-use", defaultValue = "false") boolean lists) {
        this.lists = lists;
    }

    public boolean lists() {
        return lists;
    }
}
