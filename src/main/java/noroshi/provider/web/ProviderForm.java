package noroshi.provider.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import noroshi.provider.NewProvider;
import noroshi.provider.Provider;
import noroshi.provider.SignIn;
import noroshi.provider.Speaks;
import noroshi.shared.RuleBroken;

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
