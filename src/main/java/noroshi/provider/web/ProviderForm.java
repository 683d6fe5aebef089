package noroshi.provider.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.taxii.Collection;
import noroshi.provider.NewProvider;
import noroshi.provider.Provider;
import noroshi.provider.SignIn;
import noroshi.provider.Speaks;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Ui;

/** A provider as it is typed; tags divided by commas or spaces. */
public record ProviderForm(
        String name,
        String contact,
        String terms,
        String tags,
        String address,
        String signIn,
        String account,
        String secret,
        String minutes,
        String pageSize,
        String pullInto,
        String pushFrom,
        String certificateSecret,
        String authorities,
        String withoutCertificate,
        String speaks) {
    static final ProviderForm EMPTY = new ProviderForm(
            "", "", "", "", "", SignIn.BEARER.name(), "", "", "15", "1000", "", "", "", "", "", Speaks.TAXII.name());

    public ProviderForm {
        name = text(name);
        contact = text(contact);
        terms = text(terms);
        tags = text(tags);
        address = text(address);
        signIn = text(signIn);
        account = text(account);
        secret = text(secret);
        minutes = text(minutes);
        pageSize = text(pageSize);
        pullInto = text(pullInto);
        pushFrom = text(pushFrom);
        certificateSecret = text(certificateSecret);
        authorities = text(authorities);
        withoutCertificate = text(withoutCertificate);
        speaks = text(speaks);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }

    /** The secret stays where it is. */
    static ProviderForm of(Provider known) {
        return new ProviderForm(
                known.name(),
                known.contact(),
                known.terms(),
                String.join(", ", known.tags()),
                known.address(),
                known.signIn().name(),
                known.account(),
                "",
                Integer.toString(known.minutes()),
                Integer.toString(known.pageSize()),
                known.pullInto().map(UUID::toString).orElse(""),
                known.pushFrom().map(UUID::toString).orElse(""),
                "",
                known.tls().authorities(),
                "",
                known.speaks().name());
    }

    NewProvider provider() {
        return new NewProvider(
                name,
                contact,
                terms,
                Arrays.asList(tags.split("[,、，]+", -1)),
                address,
                chosen(),
                account,
                secret,
                number(minutes, "provider.rule.minutes", 10_080),
                number(pageSize, "provider.rule.page", 2_000),
                collection(pullInto),
                collection(pushFrom),
                new NewProvider.Certificates(certificateSecret, authorities, withoutCertificate.equals("true")),
                speaks.isEmpty() ? Speaks.TAXII : spoken());
    }

    /** With how it is set up now where something else was typed; secrets come back on no page. */
    FormErrors beside(Provider known, List<Collection> collections, FormErrors errors) {
        var now = of(known);
        var more = errors.beside("name", name, now.name)
                .beside("contact", contact, now.contact)
                .beside("terms", terms, now.terms)
                .beside("tags", tags, now.tags)
                .beside("speaks", speaks, now.speaks, Ui.word("provider.speaks", known.speaks()))
                .beside("address", address, now.address)
                .beside("signIn", signIn, now.signIn, Ui.word("provider.sign-in", known.signIn()))
                .beside("account", account, now.account)
                .beside("authorities", authorities, now.authorities)
                .beside("minutes", minutes, now.minutes)
                .beside("pageSize", pageSize, now.pageSize)
                .beside("pullInto", pullInto, now.pullInto, title(now.pullInto, collections))
                .beside("pushFrom", pushFrom, now.pushFrom, title(now.pushFrom, collections));
        var again = "provider.rule.type-again";
        more = secret.isEmpty() ? more : more.and("secret", again);
        return certificateSecret.isEmpty() ? more : more.and("certificateSecret", again);
    }

    private static String title(String id, List<Collection> collections) {
        return collections.stream()
                .filter(each -> each.id().toString().equals(id))
                .findFirst()
                .map(Collection::title)
                .orElseGet(() -> Ui.text("provider.not"));
    }

    private Speaks spoken() {
        return Arrays.stream(Speaks.values())
                .filter(each -> each.name().equals(speaks))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("provider.rule.speaks"));
    }

    private SignIn chosen() {
        return Arrays.stream(SignIn.values())
                .filter(each -> each.name().equals(signIn))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("provider.rule.sign-in"));
    }

    private static int number(String text, String rule, int most) {
        if (!text.strip().matches("\\d{1,6}")) {
            throw new RuleBroken(rule, most);
        }
        return Integer.parseInt(text.strip());
    }

    private static Optional<UUID> collection(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw new RuleBroken("provider.rule.no-collection");
        }
    }
}
