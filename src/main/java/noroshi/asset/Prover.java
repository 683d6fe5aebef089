package noroshi.asset;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.NamingException;
import javax.net.ssl.SSLException;
import noroshi.asset.Asset.Proof;
import noroshi.shared.PublicAddress;
import org.springframework.stereotype.Component;

/** Looks whether an owner wrote what they were asked to write. Talks to machines outside, so in no transaction. */
@Component
class Prover {
    private final NameServers names;
    private final WellKnown web;
    private final Set<String> internal;

    Prover(NameServers names, WellKnown web, AssetSettings settings) {
        this.names = names;
        this.web = web;
        this.internal = Arrays.stream(settings.proof().internal().split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What was found.
     *
     * @param how it was proven; empty when it was not
     * @param otherwise what was found instead
     */
    record Look(Optional<Proof.How> how, ProofOutcome otherwise) {}

    Look look(Challenge challenge) {
        var record = challenge.record().map(name -> inRecords(name, challenge.text()));
        if (record.filter(ProofOutcome.PROVEN::equals).isPresent()) {
            return new Look(Optional.of(Proof.How.DNS), ProofOutcome.PROVEN);
        }
        var file = challenge.file().map(address -> inFile(address, challenge));
        if (file.filter(ProofOutcome.PROVEN::equals).isPresent()) {
            return new Look(Optional.of(Proof.How.FILE), ProofOutcome.PROVEN);
        }
        return new Look(Optional.empty(), file.or(() -> record).orElse(ProofOutcome.DNS_MISSING));
    }

    private ProofOutcome inRecords(String name, String text) {
        try {
            var texts = names.texts(name);
            if (texts.contains(text)) {
                return ProofOutcome.PROVEN;
            }
            return texts.isEmpty() ? ProofOutcome.DNS_MISSING : ProofOutcome.DNS_OTHER;
        } catch (NamingException e) {
            return ProofOutcome.DNS_SILENT;
        }
    }

    private ProofOutcome inFile(URI file, Challenge challenge) {
        try {
            var found = addresses(file, challenge);
            var callable = found.stream()
                    .filter(address -> PublicAddress.is(address) || internal.contains(address.getHostAddress()))
                    .findFirst();
            if (callable.isEmpty()) {
                return found.isEmpty() ? ProofOutcome.DNS_MISSING : ProofOutcome.FILE_INTERNAL;
            }
            var answer = web.fetch(file, callable.get());
            if (answer.status() != 200) {
                return ProofOutcome.FILE_MISSING;
            }
            return answer.body().strip().equals(challenge.text()) ? ProofOutcome.PROVEN : ProofOutcome.FILE_OTHER;
        } catch (NamingException e) {
            return ProofOutcome.DNS_SILENT;
        } catch (SSLException e) {
            return ProofOutcome.FILE_CERTIFICATE;
        } catch (IOException e) {
            return ProofOutcome.FILE_SILENT;
        }
    }

    private List<InetAddress> addresses(URI file, Challenge challenge) throws NamingException, IOException {
        return challenge.host().isPresent()
                ? names.addresses(challenge.host().get())
                : List.of(InetAddress.getByName(WellKnown.bare(file.getHost())));
    }
}
