<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>gate_designer</name>
    <message>
        <source>Weight w₁</source>
        <translation>가중치 w₁</translation>
    </message>
    <message>
        <source>Weight w₂</source>
        <translation>가중치 w₂</translation>
    </message>
    <message>
        <source>Bias b</source>
        <translation>편향 b</translation>
    </message>
    <message>
        <source>{name}, slider</source>
        <translation>{name}, 슬라이더</translation>
    </message>
    <message>
        <source>The threshold θ = −b: how large w₁·x₁ + w₂·x₂ has to be before the perceptron fires.</source>
        <translation>임계값 θ = −b: w₁·x₁ + w₂·x₂가 이 값보다 커야 퍼셉트론이 1을 출력합니다.</translation>
    </message>
    <message>
        <source>Aim at XOR, which one perceptron cannot reach</source>
        <translation>XOR에 도전합니다. 퍼셉트론 하나로는 만들 수 없습니다</translation>
    </message>
    <message>
        <source>The book&apos;s weights for {gate}</source>
        <translation>책에 나온 {gate} 게이트의 가중치</translation>
    </message>
    <message>
        <source>One layer</source>
        <translation>단층</translation>
    </message>
    <message>
        <source>A single perceptron: one straight line</source>
        <translation>퍼셉트론 하나: 직선 하나</translation>
    </message>
    <message>
        <source>Two layers</source>
        <translation>2층</translation>
    </message>
    <message>
        <source>Two perceptrons, and a third that looks at them: XOR</source>
        <translation>퍼셉트론 둘과, 그 둘의 출력을 받는 셋째 퍼셉트론: XOR</translation>
    </message>
    <message>
        <source>Move this perceptron with the sliders</source>
        <translation>이 퍼셉트론을 슬라이더로 바꿉니다</translation>
    </message>
    <message>
        <source>Plane of x₁ and x₂</source>
        <translation>x₁–x₂ 평면</translation>
    </message>
    <message>
        <source>Truth table</source>
        <translation>진리표</translation>
    </message>
    <message>
        <source>Drawing of the perceptrons</source>
        <translation>퍼셉트론 그림</translation>
    </message>
    <message>
        <source>Click an input to flip it. The larger a weight, the thicker its wire; orange is +, blue −.</source>
        <translation>입력을 누르면 0과 1이 바뀝니다. 가중치가 클수록 선이 굵습니다. 주황은 +, 파랑은 −입니다.</translation>
    </message>
    <message>
        <source>● should be 1, □ should be 0, ✕ comes out wrong. The line can be dragged.</source>
        <translation>●는 1, □는 0이 되어야 하는 점, ✕는 틀린 점입니다. 직선을 끌어 옮길 수 있습니다.</translation>
    </message>
    <message>
        <source>aim at {gate}</source>
        <translation>목표를 {gate}로</translation>
    </message>
    <message>
        <source>{right} / {all} match</source>
        <translation>{right} / {all} 일치</translation>
    </message>
    <message>
        <source>Both weights are 0, so the inputs do not count and there is no line: the whole plane answers {y}. Give w₁ or w₂ a value.</source>
        <translation>두 가중치가 모두 0이라 입력이 아무 영향을 주지 못하고 직선도 없습니다. 평면 전체의 출력이 {y}입니다. w₁이나 w₂를 바꿔 보세요.</translation>
    </message>
    <message>
        <source>{target} is out of reach: the diagonals ●–● and □–□ cross in {point}, so no line can part them. {best} of 4 is the best; two layers do more.</source>
        <translation>{target}는 직선 하나로 안 됩니다. 대각선 ●–●와 □–□가 {point}에서 만나므로 어떤 직선도 둘을 나눌 수 없습니다. 넷 중 {best}개가 최선입니다. 2층으로 해 보세요.</translation>
    </message>
    <message>
        <source>One line is enough for {target}: every ● lies where y&#xa0;=&#xa0;1, every □ where y&#xa0;=&#xa0;0. Move a slider and see how far that holds.</source>
        <translation>{target}는 직선 하나로 충분합니다. ●는 모두 y&#xa0;=&#xa0;1 쪽, □는 모두 y&#xa0;=&#xa0;0 쪽에 있습니다. 슬라이더를 움직여 어디까지 유지되는지 보세요.</translation>
    </message>
    <message>
        <source>This line makes {made}, not {target}. Turn it with w₁ and w₂, shift it with b.</source>
        <translation>이 직선은 {target}가 아니라 {made}를 만듭니다. w₁과 w₂로 돌리고 b로 옮겨 보세요.</translation>
    </message>
    <message>
        <source>Not {target} yet: a cross marks each corner on the wrong side. Turn the line with w₁ and w₂, shift it with b.</source>
        <translation>아직 {target}가 아닙니다. ✕는 직선의 반대쪽에 놓인 점입니다. w₁과 w₂로 직선을 돌리고 b로 옮겨 보세요.</translation>
    </message>
    <message>
        <source>Two layers reach XOR: s₁ leaves out (1, 1), s₂ leaves out (0, 0), and the last perceptron wants both. The band between the two lines is left.</source>
        <translation>2층이면 XOR가 됩니다. s₁이 (1, 1)을, s₂가 (0, 0)을 빼고, 마지막 퍼셉트론은 둘 다 1일 때만 1을 출력합니다. 그래서 두 직선 사이의 띠만 남습니다.</translation>
    </message>
    <message>
        <source>Two layers reach XOR, in your own way: together the lines make a border that one line cannot.</source>
        <translation>직접 정한 가중치로 XOR를 만들었습니다. 두 직선이 합쳐져 직선 하나로는 그을 수 없는 경계가 되었습니다.</translation>
    </message>
    <message>
        <source>A cross marks each corner that comes out wrong. Choose a perceptron and move it, or press XOR for the book&apos;s weights.</source>
        <translation>✕는 출력이 틀린 점입니다. 퍼셉트론을 골라 움직이거나, XOR를 눌러 책의 가중치로 돌아가세요.</translation>
    </message>
    <message>
        <source>{target} wants {goal}: right</source>
        <translation>{target}의 정답은 {goal}: 맞음</translation>
    </message>
    <message>
        <source>{target} wants {goal}: wrong</source>
        <translation>{target}의 정답은 {goal}: 틀림</translation>
    </message>
    <message>
        <source>What comes out at the corners: {corners}. {target} wants {goals}.</source>
        <translation>네 점의 출력: {corners}. {target}의 정답: {goals}.</translation>
    </message>
    <message>
        <source>change {number}</source>
        <translation>{number} 바꾸기</translation>
    </message>
    <message>
        <source>change {number} of {unit}</source>
        <translation>{unit}의 {number} 바꾸기</translation>
    </message>
</context>
</TS>
