package org.entente.launcher.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a class may declare: no floating point where statements are judged, no names that say nothing. */
final class DeclarationRules {
    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final Set<String> EMPTY_WORDS =
            Set.of("util", "utils", "utility", "utilities", "common", "commons", "manager", "helper", "helpers");

    private final String root;

    DeclarationRules(String root) {
        this.root = root;
    }

    ArchRule declaresNoFloatingPoint() {
        return classes()
                .that()
                .resideInAnyPackage(root + ".model..", root + ".contract..")
                .should(declareNoFloatingPoint())
                .because("0.1 + 0.2 is not 0.3: decimals are BigDecimal here and strings on the wire");
    }

    ArchRule saysWhatItIs() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(haveTellingNames())
                .because("such a name takes anything in and tells a reader nothing");
    }

    private static ArchCondition<JavaClass> declareNoFloatingPoint() {
        return new ArchCondition<>("declare no float or double") {
            @Override
            public void check(JavaClass owner, ConditionEvents events) {
                for (JavaField field : owner.getFields()) {
                    if (isFloating(field.getRawType())) {
                        events.add(SimpleConditionEvent.violated(field, field.getDescription() + " is floating point"));
                    }
                }
                for (JavaCodeUnit unit : owner.getCodeUnits()) {
                    if (Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                            .anyMatch(DeclarationRules::isFloating)) {
                        events.add(SimpleConditionEvent.violated(unit, unit.getDescription() + " is floating point"));
                    }
                }
            }
        };
    }

    private static boolean isFloating(JavaClass type) {
        return FLOATING.contains(type.getBaseComponentType().getName());
    }

    private ArchCondition<JavaClass> haveTellingNames() {
        return new ArchCondition<>("have a telling name") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String packages = type.getPackageName().substring(root.length());
                Stream<String> words = Stream.concat(
                        Arrays.stream(packages.split("\\.")),
                        Arrays.stream(type.getSimpleName().split("(?<=[a-z0-9])(?=[A-Z])|_")));
                if (words.map(word -> word.toLowerCase(Locale.ROOT)).anyMatch(EMPTY_WORDS::contains)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is named after nothing"));
                }
            }
        };
    }
}
