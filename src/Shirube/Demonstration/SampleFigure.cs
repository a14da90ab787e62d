using System.Reflection;
using Shirube.Data;
using Shirube.Domain.Plans;
using Shirube.Files.Pictures;

namespace Shirube.Demonstration;

/// <summary>An invented drawing in the text of an invented item.</summary>
internal sealed class SampleFigure
{
    private readonly PictureFile file = Read();

    public SampleFigure() => Figure = PlanFigure.Keep(Sample.Mark("拠点と集落をつなぐまちの形"),
        "中心の拠点と4つの地域が線でつながっている図。2つの地域の拠点とは公共交通で、2つの集落とは見守り・移動支援とデジタル窓口でつながる。", null, file.Kind, file.Width, file.Height, file.Sha256, isSample: true);

    public PlanFigure Figure { get; }
    public Picture Picture => new(file.Sha256, file.Content);

    public void ShowIn(PlanDraft draft, string code)
    {
        var item = draft[code];
        item.Write(item.Code, item.Title, item.PlainTitle, $"{item.Body}\n\n{Figure.Mark}");
    }

    private static PictureFile Read()
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("Shirube.Demonstration.sample-figure.png")!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return PictureFile.Read("sample-figure.png", content.ToArray());
    }
}
