package io.hcpnbridge.route;

import io.hcpnbridge.partner.call.ScriptedServer;
import java.net.Socket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A partner API, and IAM, that treats each resource to be renewed in the way its name says, and counts the renewals that came. */
final class MoodyPartner implements AutoCloseable {
    /** How a renewal of a resource is answered; the first ones have, or may have, been carried out. */
    enum Mood {
        DONE(200, "{\"error_code\":\"CBC.0000\",\"order_ids\":[\"CS1\"]}"),
        LOST(0, ""),
        BROKEN(500, "{\"error_code\":\"CBC.0999\",\"error_msg\":\"x\"}"),
        GARBLED(200, "{\"order_ids\":["),
        GATEWAY(504, "<html/>"),
        THROTTLED(429, "{\"error_code\":\"APIGW.0308\",\"error_msg\":\"slow\"}"),
        LOCKED_OUT(401, "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"no\"}"),
        REFUSED(400, "{\"error_code\":\"CBC.99003100\",\"error_msg\":\"unpaid\"}"),
        WRONG_HOST(404, "{\"error_code\":\"APIGW.0101\",\"error_msg\":\"gone\"}");

        private final ScriptedServer.Script answer;

        Mood(int status, String body) {
            this.answer = status == 0 ? ScriptedServer.reset() : ScriptedServer.reply(status, body);
        }

        /** Whether the renewal has been carried out, or nobody but the partner can tell. */
        boolean mayHaveBeenPlaced() {
            return compareTo(THROTTLED) < 0;
        }
    }

    private static final Pattern RENEWAL = Pattern.compile("(?s)POST [^ ]*/renew .*\"resource_ids\":\\[\"([^\"]+)\".*");

    private final ScriptedServer server = new ScriptedServer();

    MoodyPartner() {
        forget();
    }

    String address() {
        return server.address();
    }

    void forget() {
        server.script(this::answer);
    }

    /** How often each resource was to be renewed. */
    Map<String, Integer> renewals() {
        var counted = new TreeMap<String, Integer>();
        for (var request : server.requests()) {
            var renewal = RENEWAL.matcher(request);
            if (renewal.matches()) {
                counted.merge(renewal.group(1), 1, Integer::sum);
            }
        }
        return counted;
    }

    private void answer(Socket connection) throws Exception {
        var all = server.requests();
        var request = all.get(all.size() - 1);
        var renewal = RENEWAL.matcher(request);
        if (renewal.matches()) {
            var mood = renewal.group(1).substring(renewal.group(1).lastIndexOf('-') + 1);
            Mood.valueOf(mood).answer.answer(connection);
        } else if (request.contains("securitytokens")) {
            ScriptedServer.reply(201, keys()).answer(connection);
        } else {
            ScriptedServer.reply(200, "{}").answer(connection);
        }
    }

    private static String keys() {
        return "{\"credential\":{\"access\":\"a\",\"secret\":\"s\",\"securitytoken\":\"t\",\"expires_at\":\"%s\"}}"
                .formatted(Instant.now().plus(2, ChronoUnit.HOURS));
    }

    @Override
    public void close() {
        server.close();
    }
}
