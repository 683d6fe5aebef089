package noroshi.intel.taxii.web;

import static noroshi.site.Ui.text;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.intel.taxii.Collection;
import noroshi.intel.taxii.Consumer;
import noroshi.intel.taxii.Given;
import noroshi.intel.taxii.LeftOutside;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/**
 * One collection: who reads and writes, which machines fetch, and how a client is set up.
 *
 * @param readers names; none when the reader of this page may not know them
 * @param enteredLibrary when its objects entered the library last; for administrators
 * @param leftOutside what of it the library could not take; for administrators
 * @param source whether the reader's organisation brings objects, and so may name whom it means
 * @param namers whether the reader may name them
 * @param named short names of those it has named, as typed
 */
public record CollectionPage(
        Collection collection,
        List<String> readers,
        List<String> writers,
        boolean knowsReaders,
        Optional<Instant> enteredLibrary,
        List<LeftOutside> leftOutside,
        boolean mayAdminister,
        boolean source,
        boolean namers,
        String named,
        FormErrors errors,
        List<Machine> machines,
        List<GivenRow> given,
        Giving giving,
        String server) {
    /** Who gives what to whom, as typed. */
    public record Giving(String object, String organisation, String reason) {
        static final Giving EMPTY = new Giving("", "", "");
    }

    /** An object that was given; both sides by name for administrators. */
    public record GivenRow(Given row, String source, String holders) {}

    /** A machine that fetches. */
    public record Machine(Consumer consumer, String name, String organisation) {
        public String path() {
            return "/intel/collections/" + consumer.collection() + "/machines/" + consumer.account();
        }
    }

    public String path() {
        return "/intel/collections/" + collection.id();
    }

    public String address() {
        return server + "/taxii2/" + root() + "/collections/" + collection.id() + "/";
    }

    public String root() {
        return collection.community().map(Object::toString).orElse("general");
    }

    public List<Step> crumbs() {
        return List.of(
                new Step(text("intel.collections"), "/intel/collections", false),
                new Step(collection.title(), path(), true));
    }

    public String curl() {
        return "curl -u machine:TOKEN -H 'Accept: application/taxii+json;version=2.1' \\\n  '" + address()
                + "objects/?added_after=2026-01-01T00:00:00Z'";
    }

    /** For whoever may write: an envelope of one's own, and what became of it. */
    public String bringing() {
        return "curl -u machine:TOKEN -H 'Accept: application/taxii+json;version=2.1' \\\n"
                + "  -H 'Content-Type: application/taxii+json;version=2.1' --data-binary @envelope.json \\\n  '"
                + address()
                + "objects/'";
    }

    public String sentinel() {
        return """
                API root URL: %s/taxii2/%s/
                Collection ID: %s
                Username: machine
                Password: TOKEN""".formatted(server, root(), collection.id());
    }

    public String python() {
        return """
                # pip install taxii2-client
                from taxii2client.v21 import Collection, as_pages
                feed = Collection("%s",
                                  user="machine", password="TOKEN")
                for page in as_pages(feed.get_objects, per_request=1000):
                    for stix in page.get("objects", []):
                        print(stix["id"])""".formatted(address());
    }

    public String openCti() {
        return """
                TAXII2_DISCOVERY_URL=%s/taxii2/
                TAXII2_USERNAME=machine
                TAXII2_PASSWORD=TOKEN
                TAXII2_V21=true
                TAXII2_COLLECTIONS=%s.%s""".formatted(server, root(), collection.id());
    }

    public String misp() {
        return """
                Base URL: %s
                API root: /taxii2/%s/
                Collection: %s
                Headers: Authorization: Bearer TOKEN""".formatted(server, root(), collection.id());
    }
}
