package dev.sspr.bench;

import java.util.List;
import org.passay.CharacterCharacteristicsRule;
import org.passay.CharacterRule;
import org.passay.DictionarySubstringRule;
import org.passay.EnglishCharacterData;
import org.passay.EnglishSequenceData;
import org.passay.IllegalSequenceRule;
import org.passay.LengthRule;
import org.passay.PasswordData;
import org.passay.PasswordValidator;
import org.passay.RepeatCharacterRegexRule;
import org.passay.RuleResult;
import org.passay.UsernameRule;
import org.passay.dictionary.ArrayWordList;
import org.passay.dictionary.WordListDictionary;

/** Passay 1.6 with the rules of the comparison. */
final class Passay1 {
    private final PasswordValidator validator;

    Passay1(List<String> dictionary) {
        String[] words = dictionary.stream().sorted().toArray(String[]::new);
        validator = new PasswordValidator(
                new LengthRule(8, 128),
                new CharacterCharacteristicsRule(
                        3,
                        new CharacterRule(EnglishCharacterData.UpperCase, 1),
                        new CharacterRule(EnglishCharacterData.LowerCase, 1),
                        new CharacterRule(EnglishCharacterData.Digit, 1),
                        new CharacterRule(EnglishCharacterData.Special, 1)),
                new UsernameRule(false, true),
                new IllegalSequenceRule(EnglishSequenceData.Alphabetical, 4, false),
                new IllegalSequenceRule(EnglishSequenceData.Numerical, 4, false),
                new IllegalSequenceRule(EnglishSequenceData.USQwerty, 4, false),
                new RepeatCharacterRegexRule(3),
                new DictionarySubstringRule(new WordListDictionary(new ArrayWordList(words, false))));
    }

    RuleResult check(String login, String password) {
        return validator.validate(new PasswordData(login, password));
    }
}
