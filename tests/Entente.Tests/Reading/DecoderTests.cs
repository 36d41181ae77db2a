using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

/// <summary>Bytes in any encoding of the wild come out as the characters that were meant.</summary>
public sealed class DecoderTests
{
    private const string Russian = "Правительство заявило, что переговоры о гавани продолжатся осенью. Стороны договорились о новой встрече в столице, сообщает агентство.";
    private const string Ukrainian = "Уряд заявив, що переговори про гавань продовжаться восени. Її підтримують обидві сторони, і це є важливим кроком для країни.";
    private const string Chinese = "中国政府表示，两国关于港口的谈判将在秋天继续进行。双方同意在首都再次会面，这是他们今年的第二次会议。";
    private const string Taiwanese = "政府表示，兩國關於港口的談判將在秋天繼續進行。雙方同意在首都再次會面，這是他們今年的第二次會議。";
    private const string Japanese = "政府は、港に関する両国の協議が秋に続くと発表した。双方は首都でもう一度会うことに合意した。これは今年二回目の会議である。";
    private const string Korean = "정부는 항구에 대한 두 나라의 회담이 가을에 계속될 것이라고 밝혔다. 양측은 수도에서 다시 만나기로 합의했다.";
    private const string Greek = "Η κυβέρνηση ανακοίνωσε ότι οι συνομιλίες για το λιμάνι θα συνεχιστούν το φθινόπωρο. Οι δύο πλευρές συμφώνησαν.";
    private const string Polish = "Rząd ogłosił, że rozmowy o porcie będą kontynuowane jesienią. Obie strony zgodziły się na spotkanie w stolicy, które ma się odbyć później.";
    private const string Turkish = "Hükümet, liman görüşmelerinin sonbaharda süreceğini açıkladı. İki taraf başkentte yeniden buluşmayı kabul etti, bu yılın ikinci toplantısı olacak.";
    private const string Arabic = "أعلنت الحكومة أن المحادثات بشأن الميناء ستستمر في الخريف. واتفق الجانبان على لقاء جديد في العاصمة.";
    private const string Hebrew = "הממשלה הודיעה כי השיחות על הנמל יימשכו בסתיו. שני הצדדים הסכימו להיפגש שוב בבירה.";
    private const string French = "Le gouvernement a déclaré que les négociations sur le port continueront à l’automne. « C’est une étape », a-t-il ajouté.";
    private const string English = "The minister said “the harbour is ours” – and that it cost €20 a ton…";

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("windows-1251", Ukrainian)]
    [InlineData("gb18030", Chinese)]
    [InlineData("big5", Taiwanese)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("euc-kr", Korean)]
    [InlineData("windows-1253", Greek)]
    [InlineData("windows-1250", Polish)]
    [InlineData("windows-1254", Turkish)]
    [InlineData("windows-1256", Arabic)]
    [InlineData("windows-1255", Hebrew)]
    [InlineData("windows-1252", French)]
    [InlineData("windows-1252", English)]
    [InlineData("utf-16", Russian)]
    [InlineData("utf-16BE", Chinese + " " + English)]
    [InlineData("utf-16", English)]
    public void An_encoding_that_nothing_declares_is_told(string encoding, string text) => Decoded(Bytes(encoding, text)).ShouldBe(text);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_wins(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Decoded([.. encoding.GetPreamble(), .. encoding.GetBytes(Russian)]).ShouldBe(Russian);
    }

    [Theory]
    [InlineData("koi8-r", "<html><head><meta charset=KOI8-R></head><body><p>да и нет</p></body></html>")]
    [InlineData("windows-1251", "<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'></head><body><p>да</p></body></html>")]
    [InlineData("euc-jp", "<?xml version=\"1.0\" encoding=\"EUC-JP\"?><html><body><p>港</p></body></html>")]
    [InlineData("iso-2022-jp", "<html><head><meta charset=\"iso-2022-jp\"></head><body><p>港の協議</p></body></html>")]
    [InlineData("gb18030", "<html><head><meta charset='gb2312'></head><body><p>朱镕基</p></body></html>")]
    public void What_the_page_declares_is_taken(string encoding, string html) => Decoded(Bytes(encoding, html)).ShouldBe(html);

    [Fact]
    public void A_false_declaration_does_not_spoil_valid_utf8_nor_hide_another_encoding()
    {
        const string html = "<meta charset='iso-8859-1'><p>Straße</p>";
        Decoded(Encoding.UTF8.GetBytes(html)).ShouldBe(html);
        var russian = "<meta charset='utf-8'><p>" + Russian + "</p>";
        Decoded(Bytes("windows-1251", russian)).ShouldBe(russian);
        var ascii = "<meta charset='utf-16'><p>plain words</p>";
        Decoded(Encoding.ASCII.GetBytes(ascii)).ShouldBe(ascii);
    }

    [Fact]
    public void The_word_charset_in_an_article_declares_nothing()
    {
        const string text = "They wrote charset=koi8-r at the head of the page – “an error”, said the editor.";
        Decoded(Bytes("windows-1252", text)).ShouldBe(text);
    }

    [Fact]
    public void A_cut_off_last_character_and_a_nul_are_replaced_and_counted()
    {
        var bytes = Encoding.UTF8.GetBytes("Größe und Würde der Häfen, sagte er, für ein Jahr ü");
        var read = Reader.Read(new Page("p", bytes.AsMemory(0, bytes.Length - 1)));
        read.Decoded.ShouldEndWith("Jahr �");
        read.Problems.ShouldHaveSingleItem().Code.ShouldBe(ProblemCodes.Encoding);
        read = Reader.Read(new Page("p", Encoding.UTF8.GetBytes("The ministers met\0 on Tuesday in the old harbour town and spoke of the ships, the tolls and the long winter.")));
        read.Decoded.ShouldStartWith("The ministers met� on");
        read.Problems.ShouldHaveSingleItem().Code.ShouldBe(ProblemCodes.Encoding);
    }

    private static string Decoded(byte[] bytes)
    {
        var read = Reader.Read(new Page("p", bytes));
        read.Problems.ShouldBeEmpty();
        return read.Decoded;
    }

    private static byte[] Bytes(string encoding, string text) => (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(text);
}
