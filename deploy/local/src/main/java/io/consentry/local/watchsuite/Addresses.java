package io.consentry.local.watchsuite;

import io.consentry.local.place.Ports;
import io.consentry.local.place.ServiceName;
import java.io.PrintWriter;

/** Where a running suite is reached. */
public final class Addresses {

    private Addresses() {}

    public static void print(Ports ports, PrintWriter out) {
        String gateway = ports.address(ServiceName.GATEWAY);
        out.println();
        out.println("  The only public door  " + gateway);
        out.println("  What it can do        " + gateway + "/q/swagger-ui");
        out.println("  The same for machines " + gateway + "/q/openapi");
        out.println("  A token to try it     ./consentry token --role practice --ods Z00001");
        out.println();
        out.flush();
    }
}
