package io.consentry.web.request;

import jakarta.enterprise.context.RequestScoped;

/** The id of the request at hand. */
@RequestScoped
public class CurrentRequest {

    private String id = RequestId.orNew(null);

    public String id() {
        return id;
    }

    void identify(String id) {
        this.id = id;
    }
}
