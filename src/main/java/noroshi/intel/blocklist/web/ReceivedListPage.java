package noroshi.intel.blocklist.web;

import static noroshi.site.Ui.text;

import java.time.Instant;
import java.util.List;
import noroshi.intel.blocklist.Received;
import noroshi.intel.blocklist.Sent;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/**
 * One list as its recipient sees it: nothing of others.
 *
 * @param address of this platform
 * @param product what was typed and refused
 */
public record ReceivedListPage(
        Received received, String address, String product, String words, FormErrors errors, Instant now) {

    public List<Step> crumbs() {
        return List.of(
                new Step(text("blocklist.title"), "/intel/blocklists", false),
                new Step(received.list().title(), path(), true));
    }

    public String path() {
        return "/intel/blocklists/" + received.list().id();
    }

    public List<Sent> live() {
        return received.sent().stream().filter(Sent::live).toList();
    }

    public List<Sent> takenBack() {
        return received.sent().stream().filter(sent -> !sent.live()).toList();
    }

    /** The forms in which products load it. */
    public List<String> files() {
        return List.of("all.csv", "domain.txt", "ip.txt", "rpz.zone", "suricata.rules", "stix.json").stream()
                .map(name -> address + "/lists/blocklists/" + received.list().id() + "/" + name)
                .toList();
    }
}
