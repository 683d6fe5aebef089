package noroshi.intel.blocklist.web;

import static noroshi.site.Ui.listed;
import static noroshi.site.Ui.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.intel.Spelling;
import noroshi.intel.blocklist.Blocklist;
import noroshi.intel.blocklist.Entry;
import noroshi.intel.blocklist.Product;
import noroshi.intel.blocklist.Reporters;
import noroshi.intel.blocklist.Sent;
import noroshi.intel.blocklist.Standing;
import noroshi.intel.warning.Hit;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/**
 * One list as the Centre sees it: what is in it, what keeps values back, and how every recipient and product stands.
 *
 * @param waiting values that wait for whoever reported them
 * @param reason what was typed as a reason and was refused
 */
public record BlocklistPage(
        Blocklist list,
        List<Entry> entries,
        Map<Spelling.Form, List<Hit>> blocked,
        List<Reporters.Told> waiting,
        List<Sent> sent,
        List<Standing> standings,
        List<Product> products,
        Map<UUID, String> names,
        String maker,
        String reason,
        FormErrors errors,
        Instant now) {

    public List<Step> crumbs() {
        return List.of(
                new Step(text("blocklist.title"), "/intel/blocklists", false), new Step(list.title(), path(), true));
    }

    public String path() {
        return "/intel/blocklists/" + list.id();
    }

    public String name(UUID organisation) {
        return names.getOrDefault(organisation, "–");
    }

    public boolean open() {
        return list.takenBack().isEmpty();
    }

    public List<Product> products(Standing standing) {
        return products.stream()
                .filter(each -> each.organisation().equals(standing.organisation()))
                .toList();
    }

    public List<Hit> hits(Entry entry) {
        return blocked.getOrDefault(entry.form(), List.of());
    }

    public boolean waits(Entry entry) {
        return waiting.stream().anyMatch(each -> each.value().equals(entry.value()));
    }

    /** Where it was reported, for whoever reads that. */
    public List<Reporters.Where> reported(Entry entry) {
        return waiting.stream()
                .filter(each -> each.value().equals(entry.value()))
                .flatMap(each -> each.where().stream())
                .distinct()
                .toList();
    }

    /** Whether an exception can be made: never for what is a member's own. */
    public boolean mayOverride(Entry entry) {
        return open() && !hits(entry).isEmpty() && hits(entry).stream().noneMatch(Hit.OwnAsset.class::isInstance);
    }

    /** Why it should not be blocked, in words. */
    public String warnings(Entry entry) {
        return listed(hits(entry).stream()
                .map(hit -> hit instanceof Hit.Listed known ? known.name() : text("warning.own"))
                .distinct()
                .toList());
    }

    /** How many organisations hold it now. */
    public long holders(Entry entry) {
        return of(entry).stream().filter(Sent::live).count();
    }

    public List<Sent> of(Entry entry) {
        return sent.stream()
                .filter(each -> each.entry().value().equals(entry.value()))
                .toList();
    }

    /** Why it was taken back, of those from whom it was. */
    public List<Blocklist.TakenBack> takenBack(Entry entry) {
        return of(entry).stream()
                .flatMap(each -> each.takenBack().stream())
                .distinct()
                .toList();
    }

    public long owing() {
        return standings.stream().filter(each -> each.owes().isPresent()).count();
    }
}
