package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Entry;
import io.consentry.consultation.Flag;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All rules, each in the mode that was recorded for all; where none was, in the one that the deployment gives it. */
@Singleton
public class Safeguards {

    private final List<Rule> rules;
    private final Map<String, RuleMode> configured = new HashMap<>();
    private volatile Map<String, RuleMode> modes;
    private final Map<String, LongAdder> broken = new ConcurrentHashMap<>();

    Safeguards(@All List<Rule> rules, RulesConfig config) {
        this.rules = rules.stream().sorted(Comparator.comparing(Rule::name)).toList();
        this.rules.forEach(rule -> configured.put(rule.name(), rule.mode()));
        config.rules().forEach(this::set);
        this.modes = Map.copyOf(configured);
    }

    private void set(String name, RuleMode mode) {
        Rule rule = rules.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("ingest.rules." + name + ": there is no such rule"));
        if (!rule.modes().contains(mode)) {
            throw new IllegalStateException("ingest.rules." + name + ": "
                    + (rule.isFixed()
                            ? "a message that breaks this rule cannot be taken at all"
                            : "a refusal would tell the sender of another's message"));
        }
        configured.put(name, mode);
    }

    /** From now on these modes hold, by rule name, of rules that there are and that leave a choice. */
    public void follow(Map<String, RuleMode> recorded) {
        Map<String, RuleMode> now = new HashMap<>(configured);
        for (Rule rule : rules) {
            RuleMode mode = recorded.get(rule.name());
            if (mode != null && rule.modes().contains(mode)) {
                now.put(rule.name(), mode);
            }
        }
        modes = Map.copyOf(now);
    }

    /** The rules, by name. */
    public List<Rule> rules() {
        return rules;
    }

    public RuleMode modeOf(Rule rule) {
        return modes.getOrDefault(rule.name(), rule.mode());
    }

    /** How many messages broke the rule since this process started. */
    public long brokenSinceStart(Rule rule) {
        LongAdder count = broken.get(rule.name());
        return count == null ? 0 : count.sum();
    }

    /** Holds every rule that is not off against the message. */
    public Verdict judge(Examined examined) {
        List<Violation> violations = new ArrayList<>();
        List<Flag> flags = new ArrayList<>();
        List<Flag> flagsForSender = new ArrayList<>();
        Set<String> flagIds = new HashSet<>();
        Set<String> entries =
                examined.consultation().entries().stream().map(Entry::id).collect(Collectors.toSet());
        for (Rule rule : rules) {
            RuleMode mode = modeOf(rule);
            if (mode == RuleMode.OFF) {
                continue;
            }
            Findings findings = new Findings();
            rule.check(examined, findings);
            if (!findings.all().isEmpty()) {
                broken.computeIfAbsent(rule.name(), name -> new LongAdder()).increment();
            }
            for (Finding finding : findings.all()) {
                if (mode == RuleMode.REJECT) {
                    violations.add(new Violation(rule.name(), finding.path(), finding.message()));
                } else {
                    String entry = finding.entryId();
                    Flag flag = flag(rule, finding, entry != null && entries.contains(entry) ? entry : null, flagIds);
                    flags.add(flag);
                    if (rule.isToldToSenders()) {
                        flagsForSender.add(flag);
                    }
                }
            }
        }
        return new Verdict(violations, flags, flagsForSender);
    }

    /** What is found in a resource that is no entry, such as the patient, concerns the whole item. */
    private static Flag flag(Rule rule, Finding finding, @Nullable String entry, Set<String> taken) {
        String base = entry == null ? rule.name() : rule.name() + "/" + entry;
        String id = base;
        for (int n = 2; !taken.add(id); n++) {
            id = base + "/" + n;
        }
        return new Flag(
                id, rule.name(), finding.severity(), finding.message(), finding.path(), entry, finding.acknowledge());
    }
}
