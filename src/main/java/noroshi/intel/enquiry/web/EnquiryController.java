package noroshi.intel.enquiry.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.intel.Spelling;
import noroshi.intel.TextValues;
import noroshi.intel.enquiry.Enquiries;
import noroshi.intel.enquiry.Enquiry;
import noroshi.intel.enquiry.Opinion;
import noroshi.intel.enquiry.SuspiciousMail;
import noroshi.intel.enquiry.Verdict;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Something suspicious is looked up, asked about, judged by providers and answered by the Centre. */
@Controller
@RequestMapping("/intel/enquiries")
class EnquiryController {
    private static final int LONGEST = 200_000;

    private final Enquiries enquiries;
    private final Members members;

    EnquiryController(Enquiries enquiries, Members members) {
        this.enquiries = enquiries;
        this.members = members;
    }

    @GetMapping
    Page list(Actor actor) {
        return list(Optional.empty(), actor);
    }

    private Page list(Optional<EnquiriesPage.Typed> typed, Actor actor) {
        var own = enquiries.own(actor);
        var all = enquiries.all(actor);
        var people = all.stream().map(Enquiry::organisation).collect(Collectors.toSet());
        return new Page(
                "intel/enquiries/list",
                new EnquiriesPage(
                        own,
                        all,
                        enquiries.askedOfUs(actor),
                        enquiries.judging(actor),
                        names(people),
                        typed,
                        enquiries.now()));
    }

    private Map<UUID, String> names(Collection<UUID> organisations) {
        return members.organisations(List.copyOf(organisations)).values().stream()
                .collect(Collectors.toMap(OrganisationName::id, name -> name.in(Ui.locale())));
    }

    @GetMapping("/new")
    Page look(@RequestParam(defaultValue = "") String q, Actor actor) {
        return look(q, TextValues.in(q), false, Optional.empty(), "", FormErrors.none(), actor);
    }

    /** What is pasted may be longer than any address; a few words go on as a link. */
    @PostMapping("/new")
    Object paste(@RequestParam(defaultValue = "") String q, Actor actor) {
        if (q.length() > LONGEST) {
            var errors = FormErrors.none().and("q", "enquiry.q.long", LONGEST, q.length());
            return new Page("intel/enquiries/look", LookPage.unread(q, errors)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var link = Redirect.asking("/intel/enquiries/new", q);
        return link.isPresent() ? link.get() : look(q, actor);
    }

    private Page look(
            String q,
            List<Spelling.Form> forms,
            boolean mail,
            Optional<Set<String>> chosen,
            String note,
            FormErrors errors,
            Actor actor) {
        var known = enquiries.look(forms, actor);
        var rest = forms.stream()
                .distinct()
                .skip(Enquiries.AT_ONCE)
                .map(Spelling.Form::value)
                .toList();
        var text = mail ? forms.stream().map(Spelling.Form::value).collect(Collectors.joining("\n")) : q;
        return new Page(
                "intel/enquiries/look",
                new LookPage(text, mail || !q.isBlank(), mail, known, rest, chosen, note, errors));
    }

    /** The mail is read here and kept nowhere. */
    @PostMapping("/mail")
    Page mail(@RequestParam(required = false) @Nullable MultipartFile file, Actor actor) throws IOException {
        if (file == null || file.isEmpty()) {
            var errors = FormErrors.none().and("file", "intel.file.missing");
            return look("", List.of(), false, Optional.empty(), "", errors, actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var mail = SuspiciousMail.read(file.getBytes());
            return look("", mail.forms(), true, Optional.empty(), "", FormErrors.none(), actor)
                    .with(HttpStatus.CREATED);
        } catch (RuleBroken refusal) {
            var errors = FormErrors.none().and("file", refusal.key(), refusal.arguments());
            return look("", List.of(), false, Optional.empty(), "", errors, actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping
    Object ask(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") List<String> value,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean consent,
            Actor actor) {
        var forms = value.stream().flatMap(each -> TextValues.in(each).stream()).toList();
        try {
            var asked = enquiries.ask(forms, note, consent, actor);
            return Redirect.to("/intel/enquiries").saying("enquiry.asked", asked);
        } catch (RuleBroken refusal) {
            var field = refusal.key().equals("enquiry.note")
                    ? "note"
                    : refusal.key().equals("enquiry.consent") ? "consent" : "q";
            var errors = FormErrors.none().and(field, refusal.key(), refusal.arguments());
            var chosen = Optional.of(forms.stream().map(Spelling.Form::value).collect(Collectors.toSet()));
            return look(q, TextValues.in(q), false, chosen, note, errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/{id}")
    Page show(@PathVariable UUID id, Actor actor) {
        return show(id, "", FormErrors.none(), actor);
    }

    private Page show(UUID id, String words, FormErrors errors, Actor actor) {
        var enquiry = enquiries.show(id, actor);
        var opinions = enquiries.opinions(id, actor);
        var judging = enquiries.judging(actor);
        var providers = judging ? enquiries.providers(actor) : Set.<UUID>of();
        var organisations = new HashSet<>(providers);
        organisations.add(enquiry.organisation());
        opinions.stream().map(Opinion::provider).forEach(organisations::add);
        return new Page(
                "intel/enquiries/show",
                new EnquiryPage(
                        enquiry,
                        enquiries.look(List.of(enquiry.form()), actor).getFirst(),
                        opinions,
                        providers,
                        names(organisations),
                        judging,
                        words,
                        errors,
                        enquiries.now()));
    }

    @PostMapping("/{id}/opinions")
    Object askProviders(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<UUID> provider,
            @RequestParam Optional<Integer> hours,
            Actor actor) {
        try {
            enquiries.askProviders(id, provider, hours.map(Duration::ofHours), actor);
            return Redirect.to("/intel/enquiries/" + id).saying("enquiry.providers-asked", provider.size());
        } catch (RuleBroken refusal) {
            var errors = FormErrors.none().and("provider", refusal.key(), refusal.arguments());
            return show(id, "", errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/{id}/opinion")
    Object opine(
            @PathVariable UUID id,
            @RequestParam Verdict verdict,
            @RequestParam Optional<Integer> confidence,
            @RequestParam(defaultValue = "") String words,
            Actor actor) {
        try {
            enquiries.opine(id, verdict, confidence, words, actor);
            return Redirect.to("/intel/enquiries").saying("enquiry.opined");
        } catch (RuleBroken refusal) {
            var typed = new EnquiriesPage.Typed(id, verdict, confidence, words, FormErrors.of(refusal));
            return list(Optional.of(typed), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/{id}/answer")
    Object answer(
            @PathVariable UUID id,
            @RequestParam Verdict verdict,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "AMBER_STRICT") Tlp tlp,
            Actor actor) {
        try {
            enquiries.answer(id, verdict, words, tlp, actor);
            return Redirect.to("/intel/enquiries/" + id).saying("enquiry.answered");
        } catch (RuleBroken refusal) {
            var errors = FormErrors.none().and("words", refusal.key(), refusal.arguments());
            return show(id, words, errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
