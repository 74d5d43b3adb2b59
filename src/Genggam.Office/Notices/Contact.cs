using System.Text.RegularExpressions;
using MimeKit;

namespace Genggam.Office.Notices;

public enum Carrier
{
    Email,
    Sms,
    WhatsApp,
}

/// <summary>Where a person can be reached. Phone numbers are in E.164 ("+6281234567890"), e-mail as the person wrote it.</summary>
public sealed partial record Contact(Carrier Carrier, string Address)
{
    /// <summary>
    /// Reads an e-mail address, or an Indonesian phone number as people write it ("0812-3456-7890", "62 812...").
    /// Null where it is neither.
    /// </summary>
    public static Contact? Read(string? typed, Carrier phoneCarrier = Carrier.Sms)
    {
        var text = typed?.Trim() ?? "";
        if (text.Contains('@', StringComparison.Ordinal))
            return text.Length <= 254 && Email().IsMatch(text) && MailboxAddress.TryParse(text, out _)
                ? new(Carrier.Email, text)
                : null;

        var digits = Separators().Replace(text, "");
        var national =
            digits.StartsWith("+62", StringComparison.Ordinal) ? digits[3..]
            : digits.StartsWith("62", StringComparison.Ordinal) ? digits[2..]
            : digits.StartsWith('0') ? digits[1..]
            : "";
        return Mobile().IsMatch(national) ? new(phoneCarrier, "+62" + national) : null;
    }

    /// <summary>Enough to recognise one's own address, too little to learn another's: "s•••@contoh.id", "+6281•••••90".</summary>
    public string Masked =>
        Carrier == Carrier.Email
            ? $"{Address[..1]}•••{Address[Address.IndexOf('@', StringComparison.Ordinal)..]}"
            : $"{Address[..5]}•••••{Address[^2..]}";

    public override string ToString() => Masked;

    [GeneratedRegex(@"^[^\s@<>""(),:;\[\]\\]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")]
    private static partial Regex Email();

    [GeneratedRegex(@"[\s().-]")]
    private static partial Regex Separators();

    [GeneratedRegex("^8[0-9]{7,11}$")]
    private static partial Regex Mobile();
}
