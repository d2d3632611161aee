package io.consentry.local.runsuite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds out before anything starts whether somebody else already listens where the suite wants to. */
public final class PortsInUse {

    private PortsInUse() {}

    /**
     * Refuses to start on a port that is taken.
     *
     * @param needed port to what needs it
     */
    public static void require(Map<Integer, String> needed) throws StartFailed {
        List<String> taken = new ArrayList<>();
        needed.forEach((port, purpose) -> {
            if (isTaken(port)) {
                taken.add("Port " + port + ", needed by " + purpose + ", is in use by " + Listener.of(port) + ".");
            }
        });
        if (!taken.isEmpty()) {
            throw new StartFailed(String.join(System.lineSeparator(), taken) + System.lineSeparator()
                    + "End it, or start beside it: ./consentry up --port-offset 1000");
        }
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the services' own servers do: connections that linger from the last run are no hindrance.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
