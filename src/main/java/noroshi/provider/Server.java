package noroshi.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A provider's collection, asked as TAXII 2.1 says, or the files of its feed. */
@Component
class Server {
    static final String TAXII = "application/taxii+json;version=2.1";

    private static final Pattern COLLECTION = Pattern.compile("/collections/[^/?#]+/$");

    private final Peer peer;

    Server(Peer peer) {
        this.peer = peer;
    }

    /** How to reach it: the provider with its secret opened. */
    record Key(Provider provider, String secret, Optional<ClientCertificate> certificate) {}

    /** A page, from what we have on. */
    Reply page(Key key, String addedAfter, String next, Instant now) {
        var query = new StringBuilder("objects/?limit=").append(key.provider().pageSize());
        if (!addedAfter.isEmpty()) {
            query.append("&added_after=").append(escaped(addedAfter));
        }
        if (!next.isEmpty()) {
            query.append("&next=").append(escaped(next));
        }
        return checked(
                peer.ask(new Peer.Ask(key.provider().address() + query, headers(key), new byte[0], key.certificate())),
                now);
    }

    /** A file of a feed; web servers give it many types, and its reader sees what it is. */
    Reply file(Key key, String name, Instant now) {
        var headers = headers(key);
        headers.put("Accept", "application/json");
        return answered(
                peer.ask(new Peer.Ask(key.provider().address() + name, headers, new byte[0], key.certificate())), now);
    }

    Reply bring(Key key, byte[] envelope, Instant now) {
        var headers = headers(key);
        headers.put("Content-Type", TAXII);
        return checked(
                peer.ask(new Peer.Ask(key.provider().address() + "objects/", headers, envelope, key.certificate())),
                now);
    }

    /**
     * What became of an envelope; its status stands beside the collections of the same API root. Empty when the address
     * tells no such root.
     */
    Optional<Reply> status(Key key, String id, Instant now) {
        var root = COLLECTION.matcher(key.provider().address());
        return root.find()
                ? Optional.of(checked(
                        peer.ask(new Peer.Ask(
                                root.replaceFirst("/status/") + escaped(id) + "/",
                                headers(key),
                                new byte[0],
                                key.certificate())),
                        now))
                : Optional.empty();
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, String> headers(Key key) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", TAXII);
        headers.put("Accept-Encoding", "gzip");
        var provider = key.provider();
        switch (provider.signIn()) {
            case NONE -> {}
            case BASIC -> headers.put("Authorization", "Basic " + basic(provider.account(), key.secret()));
            case BEARER -> headers.put("Authorization", "Bearer " + key.secret());
            case KEY -> headers.put(provider.account(), key.secret());
        }
        return headers;
    }

    private static String basic(String account, String secret) {
        return Base64.getEncoder().encodeToString((account + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static Reply checked(Reply reply, Instant now) {
        answered(reply, now);
        var type = reply.header("Content-Type").orElse("");
        if (reply.body().length > 0
                && !type.matches("(?i)application/(taxii\\+|stix\\+|vnd\\.oasis\\.(taxii|stix)\\+)?json\\b.*")) {
            throw new Fault("content-type", type);
        }
        return reply;
    }

    private static Reply answered(Reply reply, Instant now) {
        var status = reply.status();
        if (status == 429 || status == 503) {
            throw new Fault(reply.retryAfter(now), "busy", status);
        }
        if (status >= 300 && status < 400) {
            throw new Fault("redirect", reply.header("Location").orElse(""));
        }
        if (status == 401 || status == 403) {
            throw new Fault("sign-in", status);
        }
        if (status < 200 || status > 299) {
            throw new Fault("status", status);
        }
        return reply;
    }
}
