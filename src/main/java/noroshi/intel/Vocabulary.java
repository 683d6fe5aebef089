package noroshi.intel;

import java.util.List;
import java.util.Set;

/** The words of the vocabularies of STIX 2.1: whoever uses them says nothing in words of their own. */
final class Vocabulary {
    private static final Set<String> WORDS = Set.copyOf(List.of("""
            accidental coercion dominance ideology notoriety organizational-gain personal-gain personal-satisfaction
            revenge unpredictable unknown individual club contest team organization government class group system
            unspecified anomalous-activity anonymization benign compromised malicious-activity attribution amplification
            command-and-control botnet exfiltration hosting-malware hosting-target-lists phishing reconnaissance staging
            adware backdoor bot bootkit ddos downloader dropper exploit-kit keylogger ransomware remote-access-trojan
            resource-exploitation rogue-security-software rootkit screen-capture spyware trojan virus webshell wiper worm
            none minimal intermediate advanced expert innovator strategic agent director independent
            infrastructure-architect infrastructure-operator malware-author sponsor activist competitor crime-syndicate
            criminal hacker insider-accidental insider-disgruntled nation-state sensationalist spy terrorist
            attack-pattern campaign identity indicator intrusion-set malware observed-data threat-actor threat-report
            tool vulnerability denial-of-service exploitation information-gathering network-capture
            credential-exploitation remote-access vulnerability-scanning agriculture aerospace automotive
            chemical commercial communications construction defense education energy entertainment financial-services
            emergency-services government-local government-national government-public-services government-regional
            healthcare hospitality-leisure infrastructure dams nuclear water insurance manufacturing mining non-profit
            pharmaceuticals retail technology telecommunications transportation utilities
            suspicious-activity malware-analysis africa eastern-africa middle-africa northern-africa southern-africa
            western-africa americas caribbean central-america latin-america-caribbean northern-america south-america asia
            central-asia eastern-asia southern-asia south-eastern-asia western-asia europe eastern-europe northern-europe
            southern-europe western-europe oceania antarctica australia-new-zealand melanesia micronesia polynesia
            strongly-disagree disagree neutral agree strongly-agree malicious suspicious
            alpha arm ia-32 mips powerpc sparc x86 x86-64 stix tlp AES-256-GCM ChaCha20-Poly1305 mime-type-indicated
            targets uses indicates mitigates attributed-to variant-of impersonates based-on communicates-with consists-of
            controls delivers has hosts located-at owns authored-by beacons-to characterizes compromises
            derived-from duplicate-of related-to downloads drops dynamic-analysis-of exfiltrates-to exploits investigates
            originates-from remediates static-analysis-of analysis-of av-analysis-of
            mitre-attack lockheed-martin-cyber-kill-chain resource-development initial-access execution persistence
            privilege-escalation defense-evasion credential-access discovery lateral-movement collection impact
            weaponization delivery installation actions-on-objectives
            """.strip().split("\\s+")));

    private Vocabulary() {}

    static boolean has(String word) {
        return WORDS.contains(word);
    }
}
