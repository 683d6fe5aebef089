package noroshi.intel.blocklist.web;

import static noroshi.site.Ui.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.intel.blocklist.Blocklist;
import noroshi.intel.blocklist.Entry;
import noroshi.intel.blocklist.Reach;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Step;
import noroshi.site.Ui;

/**
 * Choosing whom a list is pushed to, and what may go to each.
 *
 * @param free values that neither a warning list nor a member's register keeps back
 * @param chosen whose share is shown below
 * @param waiting values that wait for whoever reported them, whomever they are for; the page of the list marks them
 */
public record RecipientsPage(
        Blocklist list,
        String q,
        List<Choice> providers,
        List<Choice> members,
        Set<UUID> chosen,
        List<Entry> entries,
        Set<UUID> free,
        List<Reach> reach,
        Set<UUID> waiting,
        Map<UUID, String> names,
        FormErrors errors) {

    public List<Step> crumbs() {
        return List.of(
                new Step(text("blocklist.title"), "/intel/blocklists", false),
                new Step(list.title(), path(), false),
                new Step(text("blocklist.recipients"), path() + "/recipients", true));
    }

    public String path() {
        return "/intel/blocklists/" + list.id();
    }

    public String name(UUID organisation) {
        return names.getOrDefault(organisation, "–");
    }

    public Set<String> values() {
        return chosen.stream().map(UUID::toString).collect(Collectors.toSet());
    }

    /** In the order of their names. */
    public List<UUID> recipients() {
        return reach.stream()
                .map(Reach::organisation)
                .distinct()
                .sorted(java.util.Comparator.comparing(this::name))
                .toList();
    }

    public long going(UUID organisation) {
        return reach.stream()
                .filter(each -> each.organisation().equals(organisation))
                .filter(each -> each.goes() && free.contains(each.value()))
                .count();
    }

    /** Whether a person of the desk has to look first. */
    public boolean waits() {
        return reach.stream().anyMatch(RecipientsPage::needsDesk);
    }

    /** Whether the page of the list says which: not what was agreed to, for others than these. */
    public boolean marked() {
        return reach.stream().anyMatch(each -> needsDesk(each) && waiting.contains(each.value()));
    }

    private static boolean needsDesk(Reach each) {
        return each.refusal().equals(Optional.of(Reach.Refusal.DESK));
    }

    public boolean anything() {
        return reach.stream().anyMatch(each -> each.goes() && free.contains(each.value()));
    }

    /** What does not go there, each with its reason. */
    public List<String> kept(UUID organisation) {
        return reach.stream()
                .filter(each -> each.organisation().equals(organisation))
                .filter(each -> !each.goes() || !free.contains(each.value()))
                .map(each -> harmless(each.value()) + " "
                        + each.refusal()
                                .map(why -> Ui.word("blocklist.refusal", why))
                                .orElse(text("blocklist.kept-back")))
                .toList();
    }

    private String harmless(UUID value) {
        return entries.stream()
                .filter(entry -> entry.value().equals(value))
                .map(Entry::harmless)
                .findFirst()
                .orElse("");
    }
}
